import { type FileHandle, open } from 'node:fs/promises';

/**
 * libuv's UV_FS_O_EXLOCK: on Windows the file is opened with share mode 0, so it fails with EBUSY while anybody else has the file open, and so
 * does everybody else's attempt until the handle is closed, which the system does when the process dies, however it dies. Other systems take
 * no notice of it.
 */
const NO_SHARING = 0x10000000;

/**
 * Opens a file so that nobody else may have it open.
 *
 * @param flags of fs.constants
 * @throws the error of the system; EBUSY while another process has it open
 */
export async function openAlone(file: string, flags: number): Promise<FileHandle> {
  return await open(file, flags | NO_SHARING);
}
