/**
 * Reading a request's body: never more than the endpoint's limit, whatever the headers promise.
 */
import { concat } from "../contract/preimages.ts";
import { Refusal } from "../domain/refusal.ts";

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** @throws Refusal `wrong-media-type`, `too-large` or `not-json` */
export async function readJson(request: Request, limitBytes: number): Promise<unknown> {
  if (!JSON_TYPE.test(request.headers.get("content-type") ?? "")) {
    throw new Refusal("wrong-media-type");
  }
  const bytes = await readBytes(request, limitBytes);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new Refusal("not-json");
  }
}

async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > limitBytes) throw new Refusal("too-large");
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : concat(...chunks);
}
