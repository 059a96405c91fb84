/**
 * The one importer of hono/jsx/dom. Everything that draws comes from here, so that changing the
 * renderer is this file and `jsxImportSource`.
 *
 * Two traps of this renderer: effects of a new element run before it is in the document, unless they are
 * `useEffect` (next frame), so focus moves there; and a focused row of a keyed list loses focus when it moves.
 */
export {
  createContext,
  render,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "hono/jsx/dom";
export type { Child } from "hono/jsx";
export type { JSX } from "hono/jsx/dom/jsx-runtime";
