import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk in memory that is soon full. */
export interface SmallDisk {
  folder: string
  /** Takes all the room there is left. */
  fill(): void
  /** Gives it back. */
  empty(): void
  remove(): void
}

const PIECE = Buffer.alloc(64 * 1024)

/** @returns undefined where this process may not mount one */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-disk-'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status !== 0) {
    rmdirSync(folder)
    return undefined
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill() {
      try {
        for (;;) writeFileSync(filler, PIECE, { flag: 'a' })
      } catch {
        // Full: that is what was wanted.
      }
    },
    empty: () => rmSync(filler, { force: true }),
    remove() {
      spawnSync('umount', [folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
