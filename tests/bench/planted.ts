/** How the bench asks the planted Worker to leak. Every request carries a header of this length, so only its name differs. */
export const PLANTED_HEADER = "x-planted";
export const UNPLANTED_HEADER = "x-regular";
