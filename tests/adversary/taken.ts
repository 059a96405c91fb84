/** Requests that the Worker has taken from people who may ask: what near ones are made of. */
import { expect } from "vitest";
import * as z from "zod/mini";
import type { EndpointName } from "../../worker/contract/endpoints.ts";
import { ask } from "../routes/client.ts";
import type { Server } from "../support/server.ts";
import type { Json } from "./mutation.ts";

const Value: z.ZodMiniType<Json> = z.json();

export interface Taken {
  readonly server: Server;
  readonly input: Json;
  /** Absent where the endpoint asks for none. */
  readonly token: string | undefined;
}

/** For each endpoint a request that was taken, and would change nothing if it came again. */
export class TakenRequests {
  readonly all = new Map<EndpointName, Taken>();

  /** Must be taken. */
  async take(server: Server, name: EndpointName, input: unknown, token?: string): Promise<void> {
    const response = await ask(server, name, input, token);
    const text = await response.text();
    expect({ name, status: response.status, text }).toMatchObject({ status: 200 });
    this.hold(server, name, input, token);
  }

  /** Not sent: taken, it would end the session or the membership that the others need. */
  hold(server: Server, name: EndpointName, input: unknown, token?: string): void {
    this.all.set(name, { server, input: Value.parse(JSON.parse(JSON.stringify(input))), token });
  }
}
