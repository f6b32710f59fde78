// One run of a configuration in Lua, over the files that are known by now. It ends with a result, or with the files that are missing
// for one; nothing else comes out of it, whatever the configuration does.

import { explainLua } from "../core/effective/explainLua.ts";
import { nameprep } from "../core/effective/nameprep.ts";
import type {
  EffectiveError,
  EffectiveResult,
  EffectiveWarning,
  ErrorKind,
  EvaluationRequest,
  Place,
  WarningCode,
} from "../core/effective/types.ts";
import { warningMessage } from "../core/effective/warnings.ts";
import { compareVersions } from "../core/schema/version.ts";
import { Decoder } from "./decode.ts";
import type { KnownFiles } from "./knownFiles.ts";
import { LIMITS } from "./limits.ts";
import type { Limits } from "./limits.ts";
import { LuaState } from "./luaState.ts";
import type { HostFunction } from "./luaState.ts";
import type { LuaModule, Pointer } from "./luaModule.ts";
import { PRELUDE } from "./prelude/prelude.ts";
import { ordered } from "./ordered.ts";
import type { RawOrigins } from "./ordered.ts";
import { FilesNeeded, Stopped } from "./stop.ts";
import type { Needs } from "./stop.ts";

/** Runs that end for want of a file leave their memory behind; after so many the module has to go. */
const MAX_ABANDONED = 20;
/** What the configuration says itself may be of any length. */
const MAX_MESSAGE = 500;

const abandoned = new WeakMap<LuaModule, number>();

export interface Outcome {
  readonly answer: EffectiveResult | Needs;
  /** Whether the module may be used again: not after it was stopped in the middle. */
  readonly reusable: boolean;
}

export function evaluate(module: LuaModule, request: EvaluationRequest, known: KnownFiles, limits: Limits = LIMITS): Outcome {
  const evaluation = new Evaluation(module, request, known, limits);
  try {
    return { answer: evaluation.run(), reusable: true };
  } catch (error) {
    if (error instanceof FilesNeeded) return { answer: error.needs, reusable: evaluation.abandon() };
    const at = { file: request.entry, line: 1 };
    if (error instanceof Stopped)
      return { answer: evaluation.failed({ kind: error.kind, message: error.message, ...(error.place ?? at) }), reusable: false };
    // WebAssembly itself gave up: its own stack, or its memory.
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError)
      return { answer: evaluation.failed({ kind: "limit", message: "It calls itself too deep.", ...at }), reusable: false };
    throw error;
  }
}

class Evaluation {
  private readonly state: LuaState;
  private readonly files: string[] = [];
  private readonly paths = new Map<string, string>();

  constructor(
    module: LuaModule,
    private readonly request: EvaluationRequest,
    private readonly known: KnownFiles,
    private readonly limits: Limits,
  ) {
    this.state = new LuaState(module, limits, (chunk) => this.paths.get(chunk.replace(/^@/, "")));
  }

  run(): EffectiveResult {
    const { state } = this;
    const { module, L } = state;
    if (!state.run("=prosody-config", PRELUDE, this.functions()))
      throw new Error(`the prelude failed: ${state.text(L, -1) ?? ""}`);
    const decoder = this.decoder();
    const warnings = this.warnings(this.field("warnings", (index) => decoder.value(index)));
    const failure = this.field("failure", (index) => decoder.value(index)) as Failure | undefined;
    let result: EffectiveResult;
    if (failure !== undefined) {
      const error = this.describe(failure);
      // What is wrong on that line, the error says.
      const others = warnings.filter(
        ({ code, file, line }) => code !== "unset-name" || file !== error.file || line !== error.line,
      );
      result = { ...this.failed(error), warnings: others };
    } else {
      const origins = this.field("origins", (index) => decoder.value(index)) as unknown as RawOrigins;
      const config = this.field("config", (index) => this.hosts(decoder, index));
      result = { status: "ok", warnings, ...ordered(config, origins), files: this.files };
    }
    module._lua_settop(L, 0);
    state.close();
    return result;
  }

  /** Ends in the middle, where nothing of Lua itself was going on; tells whether the module may still be used. */
  abandon(): boolean {
    const { module } = this.state;
    this.state.removeFunctions();
    const runs = (abandoned.get(module) ?? 0) + 1;
    abandoned.set(module, runs);
    return runs < MAX_ABANDONED;
  }

  failed(error: EffectiveError): Extract<EffectiveResult, { status: "error" }> {
    return { status: "error", error, warnings: [], files: this.files };
  }

  /** What the prelude asks of us. */
  private functions(): Readonly<Record<string, HostFunction>> {
    const { state, request, known, limits } = this;
    const text = (L: Pointer, index = 1): string => state.text(L, index) ?? "";
    const give = (L: Pointer, ...values: readonly (string | Uint8Array | number | boolean | undefined)[]): number => {
      for (const value of values) state.push(L, value);
      return values.length;
    };
    const settings = this.settings();
    return {
      place: (L) => {
        const place = state.place(L);
        return give(L, place?.file, place?.line);
      },
      chunk: (L) => give(L, this.chunk(text(L))),
      path: (L) => give(L, this.paths.get(text(L).replace(/^@/, ""))),
      setting: (L) => give(L, settings[text(L)]),
      getenv: (L) => {
        const name = text(L);
        return give(L, Object.hasOwn(request.environment, name) ? request.environment[name] : undefined);
      },
      nameprep: (L) => {
        const name = decodeUtf8(state.bytes(L, 1));
        return give(L, name === undefined ? undefined : nameprep(name));
      },
      read: (L) => {
        const path = text(L);
        // No file of any system has so long a path.
        if (path.length > limits.pathLength) return give(L, undefined, "missing");
        const file = known.files.get(path);
        if (file === undefined) throw new FilesNeeded({ files: [path], folders: [] });
        if ("problem" in file) return give(L, undefined, file.problem);
        if (!this.files.includes(path)) this.files.push(path);
        return give(L, file.content);
      },
      list: (L) => {
        const path = text(L);
        if (path.length > limits.pathLength) return give(L, undefined, "missing");
        const folder = known.folders.get(path);
        if (folder === undefined) throw new FilesNeeded({ files: [], folders: [path] });
        if ("problem" in folder) return give(L, undefined, folder.problem);
        state.module._lua_createtable(L, folder.names.length, 0);
        folder.names.forEach((name, index) => {
          give(L, index + 1, name);
          state.module._lua_rawset(L, -3);
        });
        return 1;
      },
      want: (L) => {
        const files: string[] = [];
        for (let index = state.module._lua_gettop(L); index > 0; index--) files.unshift(text(L, index));
        const missing = files.filter((path) => !known.files.has(path));
        if (missing.length > 0) throw new FilesNeeded({ files: missing, folders: [] });
        return 0;
      },
      refuse: (L) => {
        throw new Stopped("refused", `It uses ${text(L)}, which is never done here.`, state.place(L));
      },
      too_large: (L) => {
        const what = text(L);
        const message =
          what === "Include"
            ? "Files include each other deeper than a configuration may: perhaps a file includes itself."
            : `${what} would make a text that is larger than a configuration may have.`;
        throw new Stopped("limit", message, state.place(L));
      },
    };
  }

  private settings(): Readonly<Record<string, string | number | boolean>> {
    const { version, entry, now, hostname, missingFolders } = this.request;
    return {
      "reads options": compareVersions(version, "13.0") >= 0,
      "warns of duplicates": compareVersions(version, "0.12") >= 0,
      "wants names": compareVersions(version, "0.12") >= 0,
      "missing folders are errors": missingFolders === "error",
      "include depth": this.limits.includeDepth,
      folder: entry.slice(0, entry.lastIndexOf("/") + 1),
      entry,
      now: Math.floor(now),
      hostname,
    };
  }

  /** Lua shortens what is longer, and then it could not be told whose line a message means. */
  private chunk(path: string): string {
    const name = new TextEncoder().encode(path).length < 55 && !path.includes("\n") ? path : `file ${this.paths.size}`;
    this.paths.set(name, path);
    return name;
  }

  private decoder(): Decoder {
    // An option that was copied as it is refers to the table of all hosts.
    const address = this.field("config", (index) => this.state.module._lua_topointer(this.state.L, index));
    return new Decoder(this.state, this.limits, new Map([[address, "<config>"]]));
  }

  /** A field of what the prelude returned. */
  private field<T>(name: string, read: (index: number) => T): T {
    const { module, L } = this.state;
    this.state.push(L, name);
    module._lua_rawget(L, 1);
    const result = read(-1);
    module._lua_settop(L, 1);
    return result;
  }

  private hosts(decoder: Decoder, index: number): Map<string, Map<string, ReturnType<Decoder["value"]>>> {
    const hosts = new Map<string, Map<string, ReturnType<Decoder["value"]>>>();
    decoder.each(index, () => {
      const options = new Map<string, ReturnType<Decoder["value"]>>();
      hosts.set(decoder.key(-2), options);
      decoder.each(-1, () => options.set(decoder.key(-2), decoder.value(-1)));
    });
    return hosts;
  }

  private warnings(raw: unknown): readonly EffectiveWarning[] {
    const at = { file: this.request.entry, line: 1 };
    const list = raw as readonly { code: WarningCode; subject: string; file?: string; line?: number }[];
    return list.map(({ code, subject, file = at.file, line = at.line }) => ({
      code,
      message: warningMessage(code, subject),
      file,
      line,
    }));
  }

  /** Lua writes the place before its message, where it knows one: that of the function that is to blame. */
  private describe({ kind, message: raw, file, line }: Failure): EffectiveError {
    let place: Place = { file: file ?? this.request.entry, line: line ?? 1 };
    let said = raw;
    for (const [chunk, path] of this.paths) {
      if (raw?.startsWith(`${chunk}:`) !== true) continue;
      const found = /^(\d+): /.exec(raw.slice(chunk.length + 1));
      if (found === null) continue;
      place = { file: path, line: Number(found[1]) };
      said = raw.slice(chunk.length + 1 + found[0].length);
      break;
    }
    const message = explainLua(kind, said);
    return { kind, message: message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message, ...place };
  }
}

interface Failure extends Partial<Place> {
  readonly kind: Extract<ErrorKind, "syntax" | "runtime">;
  readonly message?: string;
}

function decodeUtf8(bytes: Uint8Array | undefined): string | undefined {
  try {
    return bytes === undefined ? undefined : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
