// Handlers of requests that people make now and then, with all that these need: loaded with the first such request.

export { onAdministration } from "./administration.ts";
export { onComposeServices } from "./composeServices.ts";
export { onContainerFile, onFromCommand } from "./containerFile.ts";
export { onConvert } from "./convert.ts";
export { onDockerRun } from "./dockerRun.ts";
export { onEffective } from "./effective.ts";
export { onNetwork } from "./network.ts";
export { onAnswerProblem, onChoices, onScaffold } from "./scaffold.ts";
export { onUpgrade } from "./upgrade.ts";
export { onVersion, onVersionEdits } from "./version.ts";
