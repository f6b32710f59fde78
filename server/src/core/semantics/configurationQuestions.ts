// The ground on which a configuration answers: its files, found by names, and what was asked before. Every answer is kept, and may be noted,
// so that one can tell later whether it is still the same.

import type { Section } from "../model/config.ts";
import type { ProjectFile } from "../model/project.ts";
import type { Schema } from "../schema/schema.ts";
import type { Configuration } from "./configuration.ts";
import { FileIndex } from "./fileIndex.ts";
import type { Counted } from "./fileIndex.ts";
import { FilesByName } from "./filesByName.ts";
import type { NameKind } from "./filesByName.ts";
import type { PartFacts } from "./partFacts.ts";
import { sectionKey } from "./sections.ts";

/** One file of a configuration. */
export type ConfigurationFile = Pick<ProjectFile, "path" | "name" | "text" | "file">;

/** More answers take more room than they save time. */
const MOST_ANSWERS = 20_000;

/** Notes which questions were asked and what was answered, so that one can tell whether the answers are still the same. */
export interface Recorder {
  /** Keys of the sections in question: what is asked about them is not noted. */
  readonly sections: ReadonlySet<string>;
  /** `topic`: the name without a change of which the answer stays the same, as long as sections begin where they did. */
  record(question: string, ask: (configuration: Configuration) => unknown, answer: unknown, topic: string): void;
}

export abstract class ConfigurationQuestions {
  protected readonly indexes: readonly FileIndex[];
  protected readonly byPath: ReadonlyMap<string, FileIndex>;
  protected readonly byName: FilesByName;
  protected readonly answers = new Map<string, unknown>();
  protected recorder: Recorder | undefined;
  protected depth = 0;

  constructor(
    readonly schema: Schema,
    /** In the order in which Prosody reads them. One file, unless all are known. */
    readonly files: readonly ConfigurationFile[],
    /** Every file that belongs to it is there. */
    readonly complete: boolean,
    /** Before the last changes: saves what did not change. */
    previous?: ConfigurationQuestions,
  ) {
    const before = previous?.schema === schema ? previous : undefined;
    this.indexes = files.map(({ path, file }) => {
      const old = before?.indexOf(path);
      return old?.file === file ? old : new FileIndex(file, schema, old);
    });
    this.byPath = new Map(this.indexes.map((index, i) => [files[i]?.path ?? "", index]));
    this.byName = new FilesByName(this.indexes);
  }

  /** It is made of the same files, as they are now. */
  isOf(schema: Schema, files: readonly ConfigurationFile[]): boolean {
    return (
      this.schema === schema &&
      this.files.length === files.length &&
      this.files.every(({ path, text, file }, i) => {
        const other = files[i];
        return path === other?.path && file === other.file && text === other.text;
      })
    );
  }

  /** Of a file of the configuration. */
  indexOf(path: string): FileIndex | undefined {
    return this.byPath.get(path);
  }

  /** Notes what is asked while something is done. */
  recording<Result>(recorder: Recorder, work: () => Result): Result {
    this.recorder = recorder;
    try {
      return work();
    } finally {
      this.recorder = undefined;
    }
  }

  /** `about`: the host or option that it is about, as a topic. */
  protected ask<Answer>(question: string, work: (all: this) => Answer, about = ""): Answer {
    let answer = this.answers.get(question) as Answer;
    if (answer === undefined && !this.answers.has(question)) {
      this.depth++;
      try {
        answer = work(this);
      } finally {
        this.depth--;
      }
      this.answers.set(question, answer);
    }
    if (this.depth === 0 && this.recorder !== undefined && !this.isTopicInQuestion(about))
      this.recorder.record(question, (all) => work(all as unknown as this), answer, about);
    return answer;
  }

  /** Asks again what was asked of another configuration. */
  answerTo(question: string, work: (configuration: Configuration) => unknown): unknown {
    return this.ask(question, (all) => work(all as unknown as Configuration));
  }

  /** Topics of which something may be different from another configuration of the same files; undefined: of all. */
  topicsSince(before: ConfigurationQuestions): ReadonlySet<string> | undefined {
    if (this.indexes.length !== before.indexes.length || this.complete !== before.complete) return undefined;
    const topics = new Set<string>();
    for (const [i, index] of this.indexes.entries()) {
      const old = before.indexes[i];
      if (index === old) continue;
      const { change } = index;
      if (change === undefined || index.madeFrom !== old?.id || !change.keepsSections) return undefined;
      for (const { hosts, settings } of [...change.gone, ...change.come]) {
        for (const host of hosts) topics.add(aboutHost(host));
        for (const name of settings.keys()) topics.add(aboutOption(name));
      }
    }
    // Whether a host is on depends on it.
    return topics.has(aboutOption("enabled")) ? undefined : topics;
  }

  /** Many answers are kept. */
  get isLarge(): boolean {
    return this.answers.size > MOST_ANSWERS;
  }

  forgetAnswers(): void {
    this.answers.clear();
  }

  /** Lets go of answers, and of the things in their places that are part of them. */
  forgetPlaces(): void {
    this.forgetAnswers();
    for (const { file } of this.indexes) file.forgetPlaces();
  }

  protected isTopicInQuestion(topic: string): boolean {
    return topic.startsWith(HOST) && this.recorder?.sections.has(topic.slice(HOST.length)) === true;
  }

  protected isInQuestion(section: Section): boolean {
    return section.kind !== "global" && this.recorder?.sections.has(sectionKey(section)) === true;
  }

  /** Files in which a section may be; all for the global one. */
  protected filesOf({ host }: Section): readonly FileIndex[] {
    return host === undefined ? this.indexes : this.byName.with("host", host);
  }

  /** Files that may set an option, in a section or anywhere. */
  protected filesWith(option: string, section: Section | undefined): readonly FileIndex[] {
    const setting = this.byName.with("option", option);
    const mentioning = section === undefined ? this.indexes : this.filesOf(section);
    return setting.length < mentioning.length ? setting : mentioning;
  }

  /** The name occurs in some file. */
  protected has(kind: NameKind, name: string): boolean {
    return this.byName.with(kind, name).some((index) => index.has(kind, name));
  }

  protected total(what: Counted): number {
    return this.indexes.reduce((sum, index) => sum + index.total(what), 0);
  }

  protected someFacts(isWanted: (facts: PartFacts) => boolean): boolean {
    return this.indexes.some((index) => index.facts.some(isWanted));
  }
}

const HOST = "host ";

export function aboutHost(host: string): string {
  return HOST + host;
}

export function aboutOption(option: string): string {
  return `option ${option}`;
}
