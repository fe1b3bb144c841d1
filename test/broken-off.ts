import type { ImportWork } from '../src/areas/lists/work.ts';

/** Work that is broken off as by a power cut: its nth writing step from now on does not happen. */
export function brokenOff(work: ImportWork, nth: number): ImportWork {
  let left = nth;
  return {
    ...work,
    db: {
      read: (step) => work.db.read(step),
      write: (step) => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error('broken off')) : work.db.write(step);
      },
    },
  };
}

/** As many rows as several steps need. */
export function manyRows(count: number, phone = 100_000): string {
  const rows = Array.from({ length: count }, (_, index) => `${index};Treff ${index};Chemnitz;0371 ${phone + index}`);
  return `Nr;Name;Ort;Telefon\n${rows.join('\n')}\n`;
}
