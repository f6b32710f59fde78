// prosody/composeServices: names of the services in a compose file, for choosing one. None where configurations are not evaluated.

import type { ComposeServicesParams, ComposeServicesReply } from "../../protocol.ts";
import type { Session } from "../session.ts";

export async function onComposeServices(session: Session, { uri }: ComposeServicesParams): Promise<ComposeServicesReply> {
  return { services: (await session.effective?.services(uri)) ?? [] };
}
