// Flags of `docker run` that a container keeps in every form, with their names elsewhere. One table for all directions.

export type ExtraKind =
  | "text" // one value
  | "list" // any number
  | "pairs" // any number of NAME=VALUE
  | "number"
  | "switch";

export interface ExtraForm {
  readonly kind: ExtraKind;
  /** Key in a compose service; absent: there is none. */
  readonly compose?: string;
  /** Key in the [Container] section of a Quadlet unit; absent: the flag goes by PodmanArgs. */
  readonly quadlet?: string;
  /** What quotes and escapes the value of that key takes. */
  readonly quadletSyntax?: "words";
}

export const EXTRAS: Readonly<Record<string, ExtraForm>> = {
  "--add-host": { kind: "list", compose: "extra_hosts", quadlet: "AddHost" },
  "--annotation": { kind: "pairs", compose: "annotations", quadlet: "Annotation", quadletSyntax: "words" },
  "--cap-add": { kind: "list", compose: "cap_add", quadlet: "AddCapability" },
  "--cap-drop": { kind: "list", compose: "cap_drop", quadlet: "DropCapability" },
  "--cgroup-parent": { kind: "text", compose: "cgroup_parent" },
  "--cpu-shares": { kind: "number", compose: "cpu_shares" },
  "--cpus": { kind: "text", compose: "cpus" },
  "--cpuset-cpus": { kind: "text", compose: "cpuset" },
  "--device": { kind: "list", compose: "devices", quadlet: "AddDevice" },
  "--device-cgroup-rule": { kind: "list", compose: "device_cgroup_rules" },
  "--dns": { kind: "list", compose: "dns", quadlet: "DNS" },
  "--dns-option": { kind: "list", compose: "dns_opt", quadlet: "DNSOption" },
  "--dns-search": { kind: "list", compose: "dns_search", quadlet: "DNSSearch" },
  "--domainname": { kind: "text", compose: "domainname" },
  "--expose": { kind: "list", compose: "expose", quadlet: "ExposeHostPort" },
  "--group-add": { kind: "list", compose: "group_add", quadlet: "GroupAdd" },
  "--init": { kind: "switch", compose: "init", quadlet: "RunInit" },
  "--interactive": { kind: "switch", compose: "stdin_open" },
  "--ipc": { kind: "text", compose: "ipc" },
  "--label-file": { kind: "list", compose: "label_file" },
  "--link": { kind: "list", compose: "links" },
  "--mac-address": { kind: "text", compose: "mac_address" },
  "--memory-reservation": { kind: "text", compose: "mem_reservation" },
  "--memory-swap": { kind: "text", compose: "memswap_limit" },
  "--memory-swappiness": { kind: "number", compose: "mem_swappiness" },
  "--oom-kill-disable": { kind: "switch", compose: "oom_kill_disable" },
  "--oom-score-adj": { kind: "number", compose: "oom_score_adj" },
  "--pid": { kind: "text", compose: "pid" },
  "--pids-limit": { kind: "number", compose: "pids_limit", quadlet: "PidsLimit" },
  "--platform": { kind: "text", compose: "platform" },
  "--privileged": { kind: "switch", compose: "privileged" },
  "--pull": { kind: "text", compose: "pull_policy", quadlet: "Pull" },
  "--read-only": { kind: "switch", compose: "read_only", quadlet: "ReadOnly" },
  "--runtime": { kind: "text", compose: "runtime" },
  "--security-opt": { kind: "list", compose: "security_opt" },
  "--shm-size": { kind: "text", compose: "shm_size", quadlet: "ShmSize" },
  "--stop-signal": { kind: "text", compose: "stop_signal", quadlet: "StopSignal" },
  /** Seconds; Compose wants a unit. */
  "--stop-timeout": { kind: "text", compose: "stop_grace_period", quadlet: "StopTimeout" },
  "--sysctl": { kind: "pairs", compose: "sysctls", quadlet: "Sysctl" },
  "--tty": { kind: "switch", compose: "tty" },
  /** `nofile=1024:2048`; Compose takes it apart. */
  "--ulimit": { kind: "pairs", compose: "ulimits", quadlet: "Ulimit" },
  "--userns": { kind: "text", compose: "userns_mode", quadlet: "UserNS" },
  "--uts": { kind: "text", compose: "uts" },
  "--volumes-from": { kind: "list", compose: "volumes_from" },
  "--workdir": { kind: "text", compose: "working_dir", quadlet: "WorkingDir" },
};

export function extraForm(flag: string): ExtraForm | undefined {
  return Object.hasOwn(EXTRAS, flag) ? EXTRAS[flag] : undefined;
}
