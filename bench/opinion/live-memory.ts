import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const KINDS = ['Float64Array', 'Float32Array', 'Uint32Array', 'Int32Array', 'Uint8Array', 'Int8Array'] as const;

/**
 * The most bytes that `work` has in use at one time, beyond what is in use before it: garbage is collected and what is left
 * looked at whenever `every` typed arrays were made. Slow: times measured beside it mean nothing.
 */
export async function mostInUse(work: () => void, every: number): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('no garbage collector to be called');
  const inUse = () => {
    // Buffers that the first round finds are given back in the second.
    collect();
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  // Once for compiling: compiled code stays.
  work();
  for (let round = 0; round < 6; round += 1) {
    inUse();
    await setTimeout(50);
  }
  const before = inUse();
  let most = before;
  let made = 0;
  const originals = KINDS.map((kind) => [kind, globalThis[kind]] as const);
  for (const [kind, original] of originals) {
    const watched = new Proxy(original, {
      construct: (target, given, by) => {
        made += 1;
        const array: object = Reflect.construct(target, given, by);
        if (made % every === 0) most = Math.max(most, inUse());
        return array;
      },
    });
    Reflect.set(globalThis, kind, watched);
  }
  try {
    work();
  } finally {
    for (const [kind, original] of originals) Reflect.set(globalThis, kind, original);
  }
  return most - before;
}
