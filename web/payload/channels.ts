/**
 * The channels a report may come through. Sealed: the server learns the desk, never the channel.
 * The ids are the intake's queue names and stand unchanged in every payload.
 */
import * as z from "zod/mini";

export const CHANNELS = [
  "trafficking",
  "custody_abduction",
  "abuse_neglect_exploitation",
  "professional_disclosure",
] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;
