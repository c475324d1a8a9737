import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { START_IMAGE_SIZES, startImagePath } from '../shared/start-images.ts';
import { centreOnWhite, readPng } from './small-png.ts';

const MARK = new URL('../public/icon-192.png', import.meta.url);

/** What iPhones and iPads show while the installed app starts: the mark on white. Each device asks for its own alone, and only when it is installed. */
export function startImages(): Plugin {
  return {
    name: 'eclic-start-images',
    apply: 'build',
    generateBundle() {
      const mark = readPng(readFileSync(MARK));
      for (const [width, height] of START_IMAGE_SIZES) {
        const source = centreOnWhite(mark, width, height);
        this.emitFile({ type: 'asset', fileName: startImagePath(width, height), source });
      }
    },
  };
}
