/** A member's key packet as if they had published it a year ago and been away since. */
import { signKeyPacket } from "../../web/crypto/roster.ts";
import { today } from "../routes/client.ts";
import { keysOf } from "./insider.ts";
import { SITE_ORIGIN, type MemberHandle, type Site } from "./site.ts";

/** The first one of theirs, from the founding: nobody who has renewed it is any older by this. */
export async function expirePacket(site: Site, handle: MemberHandle): Promise<void> {
  const { id, signing, seal } = await keysOf(site, handle);
  const { statement, signature } = signKeyPacket(
    {
      suite: "tern/1",
      origin: SITE_ORIGIN,
      memberId: id,
      epoch: 0,
      issuedDay: today() - 366,
      expiresDay: today() - 1,
      key: seal.publicKey,
    },
    signing,
  );
  await site.server.database
    .prepare("UPDATE packets SET statement = ?, signature = ? WHERE member_id = ? AND epoch = 0")
    .bind(statement, signature, id)
    .run();
}
