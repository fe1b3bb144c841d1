import { create } from 'qrcode';
import { expect, test } from 'vitest';
import { QrCode } from './qr-code.tsx';

test('a code is drawn module by module with four of white around it, and has a name', () => {
  const text = 'https://netz.example.org/x?y=1&z=ü';
  const svg = String(<QrCode text={text} label="Zum Scannen" />);
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const drawn = new Set([...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      expect(drawn.has(`${column + 4} ${row + 4}`)).toBe(modules.get(row, column) === 1);
  expect(svg).toContain(`viewBox="0 0 ${modules.size + 8} ${modules.size + 8}"`);
  expect(svg).toContain('role="img" aria-label="Zum Scannen"');
});
