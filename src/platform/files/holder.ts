import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who holds a folder. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process was started, as the system counts it; empty where the system does not tell. */
  readonly born: string;
  /** The space in which the number of the process has a meaning: machine, boot, container. */
  readonly space: string;
}

export function thisProcess(): Holder {
  return { pid: process.pid, host: hostname(), born: bornOf(process.pid), space: spaceOfPids() };
}

/** Whether the holder can be judged by its process number from here. */
export function isNeighbour(holder: Holder): boolean {
  return holder.space === spaceOfPids();
}

/** Whether the very process still runs: its number alone may belong to another one by now. */
export function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return holder.born === bornOf(holder.pid);
}

export function readHolder(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    if (!('pid' in value && 'host' in value && 'born' in value && 'space' in value)) return null;
    const { pid, host, born, space } = value;
    if (typeof pid !== 'number' || typeof host !== 'string') return null;
    if (typeof born !== 'string' || typeof space !== 'string') return null;
    return { pid, host, born, space };
  } catch {
    // A power cut can leave an empty or torn lock: nobody holds it.
    return null;
  }
}

/** Linux: field 22 of /proc/<pid>/stat, clock ticks since the boot (proc_pid_stat(5)). */
function bornOf(pid: number): string {
  const stat = readOr(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function spaceOfPids(): string {
  const boot = readOr(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  return [boot === '' ? hostname() : boot, readOr(() => readlinkSync('/proc/self/ns/pid'))].join(' ');
}

function readOr(read: () => string): string {
  try {
    return read();
  } catch {
    // Not Linux, or the process has ended: the system does not tell.
    return '';
  }
}
