// The forms in which a container is written. What else lists them is made from this.

/** Those that are files. */
export const FILE_FORMS = ["compose", "quadlet", "kubernetes"] as const;

export type FileForm = (typeof FILE_FORMS)[number];

export type Form = "command" | FileForm;
