// Mounts in a pod. A named volume becomes a claim; a file or folder of this machine cannot come along into a cluster, so it becomes a
// secret, as configurations and certificates hold what nobody else should read.

import type { MountAnswer } from "./answers.ts";
import { IMAGE_PATHS } from "../schema/imagePaths.ts";

interface PodMount {
  readonly name: string;
  readonly mountPath: string;
  readonly subPath?: string;
  readonly readOnly?: true;
}

interface SecretMount {
  readonly secret: string;
  readonly source: string;
  readonly folder: boolean;
}

export class KubernetesMounts {
  readonly claims: string[] = [];
  readonly secrets: SecretMount[] = [];
  readonly volumes: object[] = [];
  readonly mounts: PodMount[] = [];
  /** Targets of what has no place in a pod. */
  readonly lost: string[] = [];

  constructor(private readonly name: string) {}

  add({ kind, source, target, readOnly }: MountAnswer): void {
    if (kind === "tmpfs") this.mount(`tmp-${this.volumes.length}`, { emptyDir: { medium: "Memory" } }, target, false);
    // Data is kept, whatever held it before.
    else if (kind === "volume" || target === IMAGE_PATHS.data) {
      const role = target === IMAGE_PATHS.data ? "data" : `volume-${this.volumes.length}`;
      const claim = `${this.name}-${role}`;
      this.claims.push(claim);
      this.mount(role, { persistentVolumeClaim: { claimName: claim } }, target, readOnly);
    } else if (source === undefined) this.lost.push(target);
    else this.secret(source, target);
  }

  private secret(source: string, target: string): void {
    const role = ROLES.get(target.replace(/\/$/, "")) ?? `files-${this.volumes.length}`;
    const secret = `${this.name}-${role}`;
    const file = /\.[A-Za-z0-9]+$/.test(target) && !target.endsWith(".d");
    const key = target.slice(target.lastIndexOf("/") + 1);
    this.secrets.push({ secret, source: file ? `${key}=${source}` : source, folder: !file });
    this.volumes.push({ name: role, secret: { secretName: secret } });
    this.mounts.push({ name: role, mountPath: target, ...(file ? { subPath: key } : {}), readOnly: true });
  }

  private mount(name: string, source: object, mountPath: string, readOnly: boolean): void {
    this.volumes.push({ name, ...source });
    this.mounts.push({ name, mountPath, ...(readOnly ? { readOnly } : {}) });
  }
}

const ROLES: ReadonlyMap<string, string> = new Map([
  [IMAGE_PATHS.config, "config"],
  [IMAGE_PATHS.configFile, "config"],
  [IMAGE_PATHS.certificates, "certs"],
  [IMAGE_PATHS.modules, "modules"],
  [IMAGE_PATHS.extraConfig, "extra"],
]);
