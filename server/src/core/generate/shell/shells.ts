// The shells that a command line can be written for. What else lists them is made from this.

/** `cmd` is for typing at the prompt, `cmd-file` for a .cmd file: the two treat `%` differently. */
export const SHELLS = ["sh", "fish", "powershell", "windows-powershell", "cmd", "cmd-file"] as const;

export type Shell = (typeof SHELLS)[number];

/** What people can set: the shell that they type in. With `auto` the host finds it out. */
export const SHELL_CHOICES = ["auto", ...SHELLS.filter((shell) => shell !== "cmd-file")] as const;

export type ShellChoice = (typeof SHELL_CHOICES)[number];
