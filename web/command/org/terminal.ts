/** The person at the terminal: asked on standard error, so that standard output holds results alone. */
import { createInterface } from "node:readline";
import { Writable, type Readable } from "node:stream";
import { Complaint } from "./command.ts";

export interface Terminal {
  readonly say: (line: string) => void;
  /** Without showing what is typed. @throws Complaint when they stop. */
  readonly askHidden: (question: string) => Promise<string>;
}

/** Readline draws here what is typed, and nothing of it goes on. */
function nowhere(): Writable {
  return new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
}

/** @param input something that can be typed at, in raw mode while it is asked */
export function openTerminal(input: Readable, output: Writable): Terminal {
  return {
    say: (line) => {
      output.write(`${line}\n`);
    },
    askHidden: async (question) => {
      // First, because it takes the terminal's own echo away: whoever is quick would otherwise see what they type.
      const lines = createInterface({ input, output: nowhere(), terminal: true, historySize: 0 });
      output.write(question);
      try {
        return await new Promise<string>((resolve, reject) => {
          const stop = (): void => {
            reject(new Complaint("Stopped; nothing was written."));
          };
          lines.once("line", resolve);
          lines.once("SIGINT", stop);
          lines.once("close", stop);
        });
      } finally {
        lines.close();
        output.write("\n");
      }
    },
  };
}

/** Null when nobody is there to be asked, as in a script. */
export function terminalHere(): Terminal | null {
  return process.stdin.isTTY ? openTerminal(process.stdin, process.stderr) : null;
}
