// Requests that people make now and then: their handlers are loaded with the first of them.

type Handler<P extends readonly unknown[], R> = (...params: P) => R | Promise<R>;

const seldom = async () => import("./seldom.ts");

const onDemand =
  <P extends readonly unknown[], R>(load: () => Promise<Handler<P, R>>) =>
  async (...params: P): Promise<R> =>
    await (
      await load()
    )(...params);

export const onAdministration = onDemand(async () => (await seldom()).onAdministration);
export const onAnswerProblem = onDemand(async () => (await seldom()).onAnswerProblem);
export const onChoices = onDemand(async () => (await seldom()).onChoices);
export const onComposeServices = onDemand(async () => (await seldom()).onComposeServices);
export const onContainerFile = onDemand(async () => (await seldom()).onContainerFile);
export const onConvert = onDemand(async () => (await seldom()).onConvert);
export const onDockerRun = onDemand(async () => (await seldom()).onDockerRun);
export const onEffective = onDemand(async () => (await seldom()).onEffective);
export const onFromCommand = onDemand(async () => (await seldom()).onFromCommand);
export const onNetwork = onDemand(async () => (await seldom()).onNetwork);
export const onScaffold = onDemand(async () => (await seldom()).onScaffold);
export const onUpgrade = onDemand(async () => (await seldom()).onUpgrade);
