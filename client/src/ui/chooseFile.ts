// Which file a command is about: the one in front of the user, the only one there is, or the one that is picked. Knows no editor, so that
// it can be tested without one.

export interface Choice<File> {
  readonly label: string;
  readonly file: File;
}

export interface Choosing<File> {
  /** In front of the user, if the command can take it. */
  readonly active: File | undefined;
  readonly find: () => Promise<readonly File[]>;
  /** As people name it. */
  readonly label: (file: File) => string;
  /** Undefined when the user gives up. */
  readonly pick: (choices: readonly Choice<File>[]) => PromiseLike<Choice<File> | undefined>;
  /** Says that there is none. */
  readonly none: () => void;
}

/** Undefined: there is none, which has been told, or the user gave up. */
export async function chooseFile<File>({ active, find, label, pick, none }: Choosing<File>): Promise<File | undefined> {
  if (active !== undefined) return active;
  const found = await find();
  const [only] = found;
  if (only === undefined) none();
  if (found.length < 2) return only;
  const choices = found.map((file) => ({ label: label(file), file })).sort((a, b) => (a.label < b.label ? -1 : 1));
  return (await pick(choices))?.file;
}
