/** A member's vault, in its own Web Worker. */
import * as Comlink from "comlink";
import { DeskVault } from "./desk-vault.ts";
import { carryFailureCodes } from "./link.ts";
import { pinnedTrust } from "./trust.ts";

carryFailureCodes();
Comlink.expose(new DeskVault(pinnedTrust()));
