// One Lua state with its limits: allocation is counted, a hook counts instructions, and both end the run with an exception that
// Lua cannot catch. After such an end the module that it ran in must not be used again.

import type { Place } from "../core/effective/types.ts";
import type { Limits } from "./limits.ts";
import type { LuaModule, Pointer } from "./luaModule.ts";
import { Stopped } from "./stop.ts";

/** Called from Lua with the state it runs in (a coroutine has its own); gives the number of results it pushed. */
export type HostFunction = (L: Pointer) => number;

/** The standard libraries that are opened; what is in them that reaches out is taken away by the prelude. `io` and `package` are ours. */
const LIBRARIES = ["base", "coroutine", "table", "os", "string", "math", "utf8", "debug"] as const;

const HOOK_EVERY = 1_000;
/** What a call of ours counts for: it takes about as long as so many instructions. */
const CALL_COST = 500;
const COUNT_EVENT = 8;
/** Offsets in C's lua_Debug. */
const SOURCE = 16;
const SOURCE_LENGTH = 20;
const CURRENT_LINE = 24;
const DEBUG_RECORD_SIZE = 128;

export class LuaState {
  readonly L: Pointer;
  private readonly record: Pointer;
  private readonly sourceAndLine: Pointer;
  private readonly sizeCell: Pointer;
  private readonly functions: Pointer[] = [];
  private used = 0;
  private instructions = 0;
  /** The allocation that was refused last: Lua collects garbage and tries it once more. */
  private refused: string | undefined;

  constructor(
    readonly module: LuaModule,
    private readonly limits: Limits,
    /** Which file a chunk was loaded from; undefined for code of ours. */
    private readonly fileOf: (chunk: string) => string | undefined,
  ) {
    this.record = module._malloc(DEBUG_RECORD_SIZE);
    this.sourceAndLine = this.cText("Sl");
    this.sizeCell = module._malloc(4);
    this.L = module._lua_newstate(this.addFunction(this.allocate, "iiiii"), 0);
    for (const library of LIBRARIES) this.open(library);
    module._lua_sethook(this.L, this.addFunction(this.count, "vii"), COUNT_EVENT, HOOK_EVERY);
  }

  /** Runs our own code with host functions as its one argument; its results are on the stack. */
  run(chunk: string, text: string, functions: Readonly<Record<string, HostFunction>>): boolean {
    const { module, L } = this;
    if (this.load(chunk, text) !== 0) throw new Error(`the prelude does not load: ${this.text(L, -1) ?? ""}`);
    module._lua_createtable(L, 0, 0);
    for (const [name, fn] of Object.entries(functions)) {
      this.push(L, name);
      module._lua_pushcclosure(L, this.addFunction(this.charged(fn), "ii"), 0);
      module._lua_rawset(L, -3);
    }
    return module._lua_pcallk(L, 1, 1, 0, 0, 0) === 0;
  }

  push(L: Pointer, value: string | Uint8Array | number | boolean | undefined): void {
    const { module } = this;
    if (value === undefined) module._lua_pushnil(L);
    else if (typeof value === "number") module._lua_pushnumber(L, value);
    else if (typeof value === "boolean") module._lua_pushboolean(L, value ? 1 : 0);
    else {
      const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
      const copy = this.copy(bytes);
      module._lua_pushlstring(L, copy, bytes.length);
      module._free(copy);
    }
  }

  /** The bytes of a text, valid until Lua runs on; undefined for what is neither text nor number. Turns numbers on the stack into texts. */
  bytes(L: Pointer, index: number): Uint8Array | undefined {
    const start = this.module._lua_tolstring(L, index, this.sizeCell);
    if (start === 0) return undefined;
    const size = this.module.HEAPU32[this.sizeCell >> 2] ?? 0;
    return this.module.HEAPU8.slice(start, start + size);
  }

  text(L: Pointer, index: number): string | undefined {
    const bytes = this.bytes(L, index);
    return bytes === undefined ? undefined : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  }

  /** Where the configuration is: the innermost function of it that is running. */
  place(L: Pointer): Place | undefined {
    const { module, record } = this;
    for (let level = 0; module._lua_getstack(L, level, record) !== 0; level++) {
      if (module._lua_getinfo(L, this.sourceAndLine, record) === 0) return undefined;
      const start = module.HEAPU32[(record + SOURCE) >> 2] ?? 0;
      const size = module.HEAPU32[(record + SOURCE_LENGTH) >> 2] ?? 0;
      const file = this.fileOf(new TextDecoder().decode(module.HEAPU8.slice(start, start + size)));
      const line = module.HEAP32[(record + CURRENT_LINE) >> 2] ?? 0;
      if (file !== undefined && line > 0) return { file, line };
    }
    return undefined;
  }

  close(): void {
    this.module._lua_close(this.L);
    this.module._free(this.record);
    this.module._free(this.sourceAndLine);
    this.module._free(this.sizeCell);
    this.removeFunctions();
  }

  /** Afterwards Lua must not run in this state. */
  removeFunctions(): void {
    for (const pointer of this.functions.splice(0)) this.module.removeFunction(pointer);
  }

  private load(chunk: string, text: string): number {
    const { module, L } = this;
    const bytes = new TextEncoder().encode(text);
    const [copy, name, mode] = [this.copy(bytes), this.cText(chunk), this.cText("t")];
    const status = module._luaL_loadbufferx(L, copy, bytes.length, name, mode);
    for (const pointer of [copy, name, mode]) module._free(pointer);
    return status;
  }

  private open(library: (typeof LIBRARIES)[number]): void {
    const { module, L } = this;
    module[`_luaopen_${library}`](L);
    const name = this.cText(library);
    if (library !== "base") module._lua_setglobal(L, name);
    module._lua_settop(L, 0);
    module._free(name);
  }

  private addFunction(fn: (...args: number[]) => number | undefined, signature: string): Pointer {
    const pointer = this.module.addFunction(fn, signature);
    this.functions.push(pointer);
    return pointer;
  }

  private readonly allocate = (_data: number, pointer: number, oldSize: number, newSize: number): number => {
    const { module } = this;
    // For a new block, the old size says what kind of object it is for.
    const before = pointer === 0 ? 0 : oldSize;
    if (newSize === 0) {
      this.used -= before;
      if (pointer !== 0) module._free(pointer);
      return 0;
    }
    if (newSize > before && this.used + newSize - before > this.limits.memory) {
      const request = `${pointer} ${newSize}`;
      if (this.refused === request)
        throw new Stopped("limit", "It needs more memory than a configuration may have.", this.place(this.L));
      this.refused = request;
      return 0;
    }
    this.refused = undefined;
    const place = module._realloc(pointer, newSize);
    if (place !== 0) this.used += newSize - before;
    return place;
  };

  private readonly count = (L: number): undefined => {
    this.charge(L, HOOK_EVERY);
  };

  private charged(fn: HostFunction): HostFunction {
    return (L) => {
      this.charge(L, CALL_COST);
      return fn(L);
    };
  }

  private charge(L: Pointer, instructions: number): void {
    this.instructions += instructions;
    if (this.instructions <= this.limits.instructions) return;
    throw new Stopped("limit", "It runs on and on: perhaps a loop never ends.", this.place(L));
  }

  private copy(bytes: Uint8Array): Pointer {
    const pointer = this.module._malloc(bytes.length + 1);
    this.module.HEAPU8.set(bytes, pointer);
    this.module.HEAPU8[pointer + bytes.length] = 0;
    return pointer;
  }

  private cText(text: string): Pointer {
    return this.copy(new TextEncoder().encode(text));
  }
}
