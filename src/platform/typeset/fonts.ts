import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The names under which a sheet asks for fonts, in this order: Latin, Greek and Cyrillic first, then Arabic and Ethiopic. */
export const FAMILIES = ['Noto Sans', 'Noto Sans Arabic', 'Noto Sans Ethiopic'] as const;
export type Family = (typeof FAMILIES)[number];

/** Regular and bold, from the packages that came with the program; nothing is fetched, no font of the machine is used. */
const FILES: Readonly<Record<Family, readonly (() => string)[]>> = {
  'Noto Sans': [
    () => import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    () => import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  ],
  'Noto Sans Arabic': [
    () => import.meta.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
    () => import.meta.resolve('@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
  ],
  'Noto Sans Ethiopic': [
    () => import.meta.resolve('@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf'),
    () => import.meta.resolve('@expo-google-fonts/noto-sans-ethiopic/700Bold/NotoSansEthiopic_700Bold.ttf'),
  ],
};

/** The files of a family: regular, then bold. */
export function readFonts(family: Family): readonly Buffer[] {
  return FILES[family].map((file) => readFileSync(fileURLToPath(file())));
}
