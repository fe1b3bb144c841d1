export { openFolder, sweepUploads, PART, type Folder } from './folder.ts';
export { lockFolder, FolderInUseError } from './lock-folder.ts';
export { writeWhole } from './write-whole.ts';
export { IMAGE_BYTES, readImage, type ImageRefusal } from './image.ts';
