// What one prosody.cfg.lua (or included fragment) says: sections, settings, includes, environment references. It depends on that
// file alone. Settings inside `if`, `for` and the like are there, but not `certain`.

import type { Span } from "../text/span.ts";
import type { LuaFile } from "./luaFile.ts";
import type { Value } from "./value.ts";

export type SectionKind = "global" | "host" | "component";

export interface Section {
  readonly kind: SectionKind;
  /** The word that opened it; absent for the global section at the start of the file. */
  readonly directive?: { readonly text: string; readonly span: Span };
  readonly name?: Value;
  /** The name as Prosody compares it, where it is known. */
  readonly host?: string;
  /** Second argument of `Component`. */
  readonly module?: Value;
  /** From the directive to its last argument; empty at the start for the global section. */
  readonly header: Span;
  /** `VirtualHost "x" { … }`: the braces; afterwards the section before it goes on as global. */
  readonly table?: Span;
  /** Where the function ends that opens it; behind that, the section before it goes on. */
  readonly until?: number;
  readonly certain: boolean;
  /** The same object as long as the statement stays the same, wherever it stands. */
  readonly identity?: object;
}

export type SettingForm =
  | "assign" // name = value
  | "field" // inside VirtualHost "x" { name = value }
  | "append" // name:append { … } or name { … }
  | "member"; // name.key = value: the option changes in a way that is not followed

export interface Setting {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Value;
  /** The whole statement or field. */
  readonly span: Span;
  readonly section: Section;
  readonly form: SettingForm;
  readonly certain: boolean;
  /** The same object as long as the statement stays the same, wherever it stands. */
  readonly identity?: object;
}

export interface Include {
  readonly path: Value;
  readonly span: Span;
  /** In which it stands; what it reads begins in the global one all the same. */
  readonly section: Section;
  readonly certain: boolean;
}

export interface EnvRef {
  readonly name: string;
  readonly span: Span;
}

export interface LocalVariable {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Value;
  /** The whole statement, when it declares nothing else. */
  readonly statement?: Span;
}

/** A name of Lua's own that is used without `Lua.` in front. */
export interface LuaRead {
  readonly name: string;
  readonly span: Span;
}

/** A stretch of a file, whole statements. Its spans are offsets in the file. */
export interface ConfigPart {
  /** Those that begin in it, in the order of the file; the global one begins with the file. */
  readonly sections: readonly Section[];
  readonly settings: readonly Setting[];
  readonly includes: readonly Include[];
  readonly envRefs: readonly EnvRef[];
  readonly locals: readonly LocalVariable[];
  /** In the order of the file. */
  readonly luaReads: readonly LuaRead[];
  /** Words of the configuration language that not every version has, where they are used as such. In the order of the file. */
  readonly wordReads: readonly LuaRead[];
}

export interface ConfigFile extends ConfigPart {
  readonly kind: "lua";
  /** Names that are read somewhere and are no local variables: what is set under such a name may be a variable of the author's. */
  readonly readNames: ReadonlySet<string>;
}

/** The section that a statement at this offset would belong to. */
export function sectionAt(file: LuaFile, offset: number): Section {
  const { global } = file;
  const [part] = file.isProgram ? [] : file.partsAround(offset);
  let current = part?.inherited ?? global;
  for (const section of part?.sections ?? file.sections) {
    if (section.header.start >= offset || section === global) continue;
    if (section.until !== undefined && offset >= section.until) continue;
    if (section.table === undefined) current = section;
    else if (offset > section.table.start && offset < section.table.end) return section;
    else if (offset >= section.table.end) current = global;
  }
  return current;
}
