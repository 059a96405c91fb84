/** The vault of somebody who is joining, in its own Web Worker. */
import * as Comlink from "comlink";
import { JoiningVault } from "./joining-vault.ts";
import { carryFailureCodes } from "./link.ts";
import { pinnedTrust } from "./trust.ts";

carryFailureCodes();
Comlink.expose(new JoiningVault(pinnedTrust()));
