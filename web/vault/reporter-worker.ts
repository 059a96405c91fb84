/** The reporter's vault, in its own Web Worker. */
import * as Comlink from "comlink";
import { carryFailureCodes } from "./link.ts";
import { ReporterVault } from "./reporter-vault.ts";
import { pinnedTrust } from "./trust.ts";

carryFailureCodes();
Comlink.expose(new ReporterVault(pinnedTrust()));
