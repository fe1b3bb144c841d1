import type { Context } from '../../platform/context.ts';
import { note } from '../../platform/chain/index.ts';
import { readImage, type ImageRefusal } from '../../platform/files/index.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { takeTheWord } from '../claims/index.ts';
import { demand, may } from './may.ts';
import { pictureName, type Picture } from './picture.ts';
import { putPicture } from './store-picture.ts';

export interface TakenPicture extends Pick<Picture, 'alternative' | 'language'> {
  readonly organisation: string;
  /** The file as it came. */
  readonly bytes: Uint8Array;
}

/** An organisation brings a picture of its own. Only itself sees it until it has looked at it and shows it. */
export async function takePicture(
  { db, actor, clock }: Context,
  { organisation, bytes: file, alternative, language }: TakenPicture,
): Promise<Result<Picture, ImageRefusal>> {
  demand(may.speak(actor, organisation));
  const read = await readImage(file);
  if (!read.ok) return not(read.issue);
  const { bytes, width, height } = read.value;
  const name = pictureName(organisation, bytes);
  const picture: Picture = { name, scope: 'own', alternative, language, width, height };
  return db.write(async (tx) => {
    await takeTheWord(tx, organisation);
    const at = clock.now();
    await putPicture(tx, organisation, { ...picture, bytes, saidOn: dayOf(at) });
    await note(tx, organisation, { at, act: 'picture.taken', byRole: 'organisation', about: 'field/picture' });
    return ok(picture);
  });
}
