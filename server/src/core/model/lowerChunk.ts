// One statement to the model: follows the sections, tells options from local variables, and marks what only some runs of the
// program would do. Prosody's scoping: `VirtualHost "x"` opens a section that lasts until the next one, its table form does not.

import type { LuaExpression, LuaStatement } from "../syntax/lua/luaparse.ts";
import type { Chunk } from "../syntax/lua/chunk.ts";
import type { Span } from "../text/span.ts";
import type { EnvRef, Include, LuaRead, LocalVariable, Section, SectionKind, Setting, SettingForm } from "./config.ts";
import { evaluate, isKnownGlobal, isLuaName, spanOf } from "./evaluate.ts";
import type { LuaFunction, Surroundings } from "./evaluate.ts";
import { SECTION_KINDS, baseName, callChain, insertedInto } from "./callChain.ts";
import { GLOBAL, INHERITED } from "./loweredChunk.ts";
import type { Before, LoweredChunk } from "./loweredChunk.ts";
import { FileScope } from "./fileScope.ts";
import type { Scope } from "./fileScope.ts";
import type { Value } from "./value.ts";
import { kept, keptOf } from "../text/kept.ts";
import { weigh } from "./weight.ts";
import { preparedHost } from "./hostName.ts";

export function lowerChunk(chunk: Chunk, before: Before): LoweredChunk {
  const lowering = new Lowering(chunk.source, before);
  const { statements, damage } = chunk;
  if (damage === undefined) {
    for (const { node, toFile, repaired } of statements) lowering.top(node, toFile, repaired);
    return lowering.result(false);
  }
  const doubtful = damage.doubtful.map(({ start, end }) => ({
    start,
    words: chunk.source.slice(start, end).match(/[A-Za-z_]\w*/g) ?? [],
  }));
  // Names, and names of directives inside what looks like a string.
  lowering.mention(doubtful.flatMap(({ words }) => words));
  const openings = doubtful.filter(({ words }) => words.some((word) => Object.hasOwn(SECTION_KINDS, word)));
  let passed = 0;
  for (const { node, toFile, repaired } of statements) {
    const start = openings.length === 0 ? 0 : spanOf(node, toFile).start;
    for (; (openings[passed]?.start ?? Infinity) <= start; passed++) lowering.lose();
    lowering.top(node, toFile, repaired);
  }
  if (passed < openings.length) lowering.lose();
  return lowering.result(true);
}

const NONE = new Map<string, never>();

/** Which versions have them is the schema's to know. */
const WORDS: ReadonlySet<string> = new Set(["FileContents", "FileLine", "FileLines", "Credential", "Lua"]);

/** What even a short statement may take from variables: the modules or administrators of a server, say. */
const MIN_BUDGET = 200;

class Lowering {
  private readonly sections: Section[] = [];
  private readonly settings: Setting[] = [];
  private readonly includes: Include[] = [];
  private readonly envRefs: EnvRef[] = [];
  private readonly locals: LocalVariable[] = [];
  private readonly setNames = new Set<string>();
  private readonly asked = new Map<string, boolean>();
  private readonly readNames = new Set<string>();
  private readonly luaReads: LuaRead[] = [];
  private readonly wordReads: LuaRead[] = [];
  /** Local variables, innermost block last. */
  private readonly scopes: Scope[];
  private readonly file: FileScope;
  private around: Surroundings | undefined;
  private section = INHERITED;
  private isRepaired = false;
  /** Depth of blocks that may run or not. */
  private doubt = 0;
  /** Where the functions end that are being read, innermost last. */
  private readonly functionEnds: number[] = [];
  private functionsOpenSections: boolean;
  private lost: boolean;
  /** What may still come from variables, as `weigh` counts. */
  private budget: number;

  constructor(
    private readonly text: string,
    private readonly before: Before,
  ) {
    this.file = new FileScope(before.variables);
    this.scopes = [this.file];
    this.functionsOpenSections = before.functionsOpenSections;
    this.lost = before.lost;
    this.budget = MIN_BUDGET + text.length;
  }

  /** What does not parse may set any of these. */
  mention(names: readonly string[]): void {
    for (const name of names) this.setNames.add(name);
  }

  /** From here to the next directive the section is not known. */
  lose(): void {
    this.lost = true;
  }

  result(isDoubtful: boolean): LoweredChunk {
    return {
      sections: kept(this.sections),
      settings: kept(this.settings),
      includes: kept(this.includes),
      envRefs: kept(this.envRefs),
      locals: kept(this.locals),
      readNames: keptOf(this.readNames),
      luaReads: kept(this.luaReads),
      wordReads: kept(this.wordReads),
      section: this.section,
      variables: this.file.changed.size === 0 ? NONE : this.file.changed,
      lookedFor: keptOf(this.file.lookedFor),
      sets: keptOf(this.setNames),
      asked: this.asked.size === 0 ? NONE : this.asked,
      functionsOpenSections: this.functionsOpenSections,
      lost: this.lost,
      wasLost: this.before.lost,
      isDoubtful,
    };
  }

  /** What was repaired is partly our guess, and so nothing in it is certain. */
  top(node: LuaStatement, toFile: (offset: number) => number, repaired: boolean): void {
    this.isRepaired = repaired;
    if (repaired) this.doubt++;
    this.statement(node, toFile);
    if (repaired) this.doubt--;
    this.isRepaired = false;
  }

  private statement(node: LuaStatement, toFile: (offset: number) => number): void {
    // One for all that is inside the statement too, as it counts how deep that is.
    const around = this.around?.toFile === toFile ? this.around : this.surroundings(toFile);
    this.around = around;
    switch (node.type) {
      case "AssignmentStatement":
        this.assignment(node, around);
        break;
      case "LocalStatement": {
        const values = node.init.map((init) => evaluate(init, around));
        node.variables.forEach((variable, i) => {
          const value = values[i];
          const nameSpan = spanOf(variable, toFile);
          const known: Value = value ?? { kind: values.length === 0 ? "nil" : "dynamic", span: nameSpan };
          this.declare(variable.name, known);
          const alone = node.variables.length === 1 && values.length < 2;
          this.locals.push({
            name: variable.name,
            nameSpan,
            value: known,
            ...(alone ? { statement: spanOf(node, toFile) } : {}),
          });
        });
        break;
      }
      case "CallStatement":
        this.call(node.expression, around, spanOf(node, toFile));
        break;
      case "DoStatement":
        this.block(node.body, toFile);
        break;
      case "IfStatement":
        for (const clause of node.clauses) {
          if (clause.type !== "ElseClause") evaluate(clause.condition, around);
          this.doubtful(clause.body, toFile, []);
        }
        break;
      case "WhileStatement":
      case "RepeatStatement":
        evaluate(node.condition, around);
        this.doubtful(node.body, toFile, []);
        break;
      case "ForNumericStatement":
        for (const limit of [node.start, node.end, node.step]) if (limit !== null) evaluate(limit, around);
        this.doubtful(node.body, toFile, [node.variable.name]);
        break;
      case "ForGenericStatement":
        for (const iterator of node.iterators) evaluate(iterator, around);
        this.doubtful(
          node.body,
          toFile,
          node.variables.map((variable) => variable.name),
        );
        break;
      case "FunctionDeclaration": {
        const { identifier } = node;
        if (identifier?.type === "Identifier" && node.isLocal) {
          this.declare(identifier.name, { kind: "dynamic", span: spanOf(identifier, toFile) });
        } else if (identifier?.type === "Identifier") {
          this.setNames.add(identifier.name);
        }
        this.functionBody(node, toFile);
        break;
      }
      case "ReturnStatement":
        for (const argument of node.arguments) evaluate(argument, around);
        break;
      default:
        break;
    }
  }

  private assignment(node: Extract<LuaStatement, { type: "AssignmentStatement" }>, around: Surroundings): void {
    const values = node.init.slice(0, node.variables.length).map((init) => evaluate(init, around));
    // Lua drops what is more, but calls what is called there.
    for (const init of node.init.slice(values.length)) this.call(init, around, spanOf(init, around.toFile));
    const whole = spanOf(node, around.toFile);
    node.variables.forEach((target, i) => {
      const span = spanOf(target, around.toFile);
      const value: Value = values[i] ?? { kind: node.init.length > 0 ? "dynamic" : "broken", span };
      if (target.type === "Identifier") {
        const scope = this.scopeOf(target.name);
        if (scope !== undefined) scope.set(target.name, this.doubt > 0 ? { kind: "dynamic", span } : value);
        else this.set(target.name, span, value, whole, this.section, "assign");
        return;
      }
      if (target.type === "IndexExpression") evaluate(target.index, around);
      const base = baseName(target);
      if (base === undefined) return;
      const name = this.optionOf(base.name);
      if (name === undefined) this.scopeOf(base.name)?.set(base.name, { kind: "dynamic", span });
      else if (name !== "Lua" && name !== "_G") this.member(name, spanOf(base, around.toFile), span, whole);
    });
  }

  private call(expression: LuaExpression, around: Surroundings, whole: Span): void {
    this.insertion(expression, around, whole);
    const chain = callChain(expression);
    const [first, second, third] = chain?.arguments ?? [];
    if (chain === undefined || this.scopeOf(chain.name) !== undefined) {
      this.otherCall(expression, around);
      return;
    }
    const nameSpan = spanOf(chain.node, around.toFile);
    const kind = SECTION_KINDS[chain.name];
    if (chain.method === undefined && kind !== undefined) {
      this.openSection(kind, { text: chain.name, span: nameSpan }, [first, second, third], around, whole);
    } else if (chain.method === undefined && (chain.name === "Include" || chain.name === "include") && first !== undefined) {
      this.includes.push({ path: evaluate(first, around), span: whole, section: this.section, certain: this.doubt === 0 });
    } else if (
      first?.type === "TableConstructorExpression" &&
      (chain.method === "append" || (chain.method === undefined && chain.arguments.length === 1 && this.mayBeOption(chain.name)))
    ) {
      this.set(chain.name, nameSpan, evaluate(first, around), whole, this.section, "append");
    } else {
      this.otherCall(expression, around);
    }
  }

  /** `table.insert(option, …)`: the option changes in a way that is not followed. */
  private insertion(expression: LuaExpression, { toFile }: Surroundings, whole: Span): void {
    const { list, last } = insertedInto(expression) ?? {};
    const name = list === undefined ? undefined : this.optionOf(list.name);
    if (list !== undefined && last !== undefined && name !== undefined)
      this.member(name, spanOf(list, toFile), spanOf(last, toFile), whole);
  }

  private member(name: string, nameSpan: Span, span: Span, whole: Span): void {
    this.set(name, nameSpan, { kind: "dynamic", span }, whole, this.section, "member");
  }

  /** The name, or the option that the local variable of that name was given. */
  private optionOf(name: string): string | undefined {
    const value = this.scopeOf(name)?.get(name);
    return this.scopeOf(name) === undefined ? name : value?.kind === "dynamic" ? value.option : undefined;
  }

  /** `print { … }` calls Lua's function, unless an option has taken its name. */
  private mayBeOption(name: string): boolean {
    return !isKnownGlobal(name) || this.isSet(name);
  }

  private otherCall(expression: LuaExpression, around: Surroundings): void {
    evaluate(expression, around);
    if (this.functionsOpenSections) this.lost = true;
  }

  private openSection(
    kind: SectionKind,
    directive: { text: string; span: Span },
    [first, second, third]: readonly (LuaExpression | undefined)[],
    around: Surroundings,
    whole: Span,
  ): void {
    if (first === undefined) return;
    const name = evaluate(first, around);
    const isModule = kind === "component" && second !== undefined && second.type !== "TableConstructorExpression";
    const module = isModule ? evaluate(second, around) : undefined;
    const tableNode = isModule ? third : second;
    const table = tableNode?.type === "TableConstructorExpression" ? tableNode : undefined;
    const until = this.functionEnds.at(-1);
    const section: Section = {
      kind,
      directive,
      name,
      ...(name.kind === "string" ? { host: preparedHost(name.value) } : {}),
      ...(module === undefined ? {} : { module }),
      header: { start: directive.span.start, end: table === undefined ? whole.end : spanOf(table, around.toFile).start },
      ...(table === undefined ? {} : { table: spanOf(table, around.toFile) }),
      ...(until === undefined ? {} : { until }),
      certain: this.doubt === 0,
    };
    this.sections.push(section);
    if (until !== undefined) this.functionsOpenSections = true;
    else if (this.doubt === 0) this.lost = false;
    if (table === undefined) {
      this.section = section;
      return;
    }
    const value = evaluate(table, around);
    for (const entry of value.kind === "table" ? value.entries : []) {
      if (entry.key?.value.kind === "string") {
        this.set(entry.key.value.value, entry.key.span, entry.value, entry.span, section, "field");
      }
    }
    this.section = GLOBAL;
  }

  private set(name: string, nameSpan: Span, value: Value, span: Span, section: Section, form: SettingForm): void {
    this.setNames.add(name);
    // What a function would set when called is not followed further.
    if (this.functionEnds.length > 0) return;
    this.settings.push({
      name,
      nameSpan,
      value,
      span,
      section,
      form,
      certain: this.doubt === 0 && section.certain && !this.lost,
    });
  }

  private isSet(name: string): boolean {
    if (this.setNames.has(name)) return true;
    const isSet = this.before.isSet(name);
    this.asked.set(name, isSet);
    return isSet;
  }

  private declare(name: string, value: Value): void {
    this.scopes[this.scopes.length - 1]?.set(name, this.isRepaired ? { kind: "dynamic", span: value.span } : value);
  }

  private scopeOf(name: string): Scope | undefined {
    return this.scopes.findLast((scope) => scope.has(name));
  }

  private block(body: readonly LuaStatement[], toFile: (offset: number) => number): void {
    this.scopes.push(new Map());
    for (const statement of body) this.statement(statement, toFile);
    this.scopes.pop();
  }

  /** A block that may run never, once or often. */
  private doubtful(body: readonly LuaStatement[], toFile: (offset: number) => number, names: readonly string[]): void {
    this.doubt++;
    this.scopes.push(new Map(names.map((name) => [name, { kind: "dynamic", span: { start: 0, end: 0 } }])));
    const before = this.section;
    for (const statement of body) this.statement(statement, toFile);
    this.scopes.pop();
    this.doubt--;
    if (this.functionEnds.length > 0) this.section = before;
  }

  private functionBody(node: LuaFunction, toFile: (offset: number) => number): void {
    const names = node.parameters.flatMap((parameter) => (parameter.type === "Identifier" ? [parameter.name] : []));
    this.functionEnds.push(spanOf(node, toFile).end);
    this.doubtful(node.body, toFile, names);
    this.functionEnds.pop();
  }

  private afforded(value: Value | undefined): Value | undefined {
    if (value === undefined) return undefined;
    const weight = weigh(value, this.budget);
    if (weight > this.budget) return { kind: "dynamic", span: value.span };
    this.budget -= weight;
    return value;
  }

  private surroundings(toFile: (offset: number) => number): Surroundings {
    return {
      text: this.text,
      toFile,
      depth: 0,
      local: (name) => this.afforded(this.scopeOf(name)?.get(name)),
      isSet: (name) => this.isSet(name),
      read: (name, span) => {
        this.readNames.add(name);
        if (WORDS.has(name) && !this.isSet(name)) this.wordReads.push({ name, span });
        if (isLuaName(name) && !this.isSet(name)) this.luaReads.push({ name, span });
      },
      envRef: (ref) => this.envRefs.push(ref),
      handedOver: (name) => this.scopeOf(name)?.set(name, { kind: "dynamic", span: { start: 0, end: 0 } }),
      functionBody: (node) => {
        this.functionBody(node, toFile);
      },
    };
  }
}
