/** The organisation's trust.json, put into the bundle by the build. */
declare module "#trust" {
  const pinned: unknown;
  export default pinned;
}
