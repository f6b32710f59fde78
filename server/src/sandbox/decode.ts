// Lua's values as plain data, read without ever asking their metatables. What JSON has no word for becomes a text in angle brackets.

import type { ConfigValue } from "../core/effective/types.ts";
import type { Limits } from "./limits.ts";
import type { LuaState } from "./luaState.ts";
import type { Pointer } from "./luaModule.ts";
import { Stopped } from "./stop.ts";

/** Numbers of Lua's types. */
const NIL = 0;
const BOOLEAN = 1;
const NUMBER = 3;
const STRING = 4;
const TABLE = 5;
const OTHERS: Readonly<Record<number, string>> = { 2: "userdata", 6: "function", 7: "userdata", 8: "thread" };

export class Decoder {
  private values = 0;
  private readonly open = new Set<Pointer>();

  constructor(
    private readonly state: LuaState,
    private readonly limits: Limits,
    /** Tables that get a name in place of their content. */
    private readonly named: ReadonlyMap<Pointer, string>,
  ) {}

  /** The value at a place of the stack; undefined for nil. */
  value(index: number): ConfigValue | undefined {
    const { module, L } = this.state;
    const type = module._lua_type(L, index);
    switch (type) {
      case NIL:
        return undefined;
      case BOOLEAN:
        return module._lua_toboolean(L, index) !== 0;
      case NUMBER:
        return readableNumber(module._lua_tonumberx(L, index, 0));
      case STRING:
        return this.state.text(L, index) ?? "";
      case TABLE:
        return this.table(module._lua_absindex(L, index));
      default:
        return `<${OTHERS[type] ?? "unknown"}>`;
    }
  }

  /** Every key and value of a table, both on top of the stack while `visit` runs; the key is at -2. */
  each(index: number, visit: () => void): void {
    const { module, L } = this.state;
    const at = module._lua_absindex(L, index);
    module._lua_checkstack(L, 8);
    module._lua_pushnil(L);
    while (module._lua_next(L, at) !== 0) {
      if (++this.values > this.limits.values)
        throw new Stopped("limit", "Its result is larger than a configuration may be.", undefined);
      visit();
      module._lua_settop(L, -2);
    }
  }

  /** A key as a text. */
  key(index: number): string {
    const { module, L } = this.state;
    const type = module._lua_type(L, index);
    if (type === STRING) return this.state.text(L, index) ?? "";
    const value = this.value(index);
    return typeof value === "object" || value === undefined ? "<table>" : String(value);
  }

  private table(index: number): ConfigValue {
    const { module, L } = this.state;
    const address = module._lua_topointer(L, index);
    const name = this.named.get(address);
    if (name !== undefined) return name;
    if (this.open.has(address)) return "<cycle>";
    if (this.open.size >= this.limits.tableDepth)
      throw new Stopped("limit", "It has tables within tables deeper than a configuration may.", undefined);
    this.open.add(address);
    const entries: [key: string, value: ConfigValue][] = [];
    const items: (ConfigValue | undefined)[] = [];
    this.each(index, () => {
      const value = this.value(-1) ?? "";
      const position = module._lua_isinteger(L, -2) !== 0 ? module._lua_tonumberx(L, -2, 0) : 0;
      if (position >= 1 && position <= this.limits.values) items[position - 1] = value;
      entries.push([this.key(-2), value]);
    });
    this.open.delete(address);
    // Nothing but items and no gap: a list, also when it is empty.
    if (items.length === entries.length && !Array.from(items).includes(undefined)) return items as readonly ConfigValue[];
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

function readableNumber(value: number): number | string {
  if (Number.isFinite(value)) return value;
  return Number.isNaN(value) ? "<not a number>" : value > 0 ? "<infinity>" : "<-infinity>";
}
