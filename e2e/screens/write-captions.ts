/** A part of the film with one sentence to it. */
export interface Scene {
  key: string;
  beginS: number;
  endS: number;
}

/** Returns a time as `hh:mm:ss.ttt`, the form of WebVTT. */
function timestamp(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
}

/** Writes the captions as WebVTT. Throws where a scene has no sentence: a citizen who cannot see the scene would miss it. */
export function writeCaptions(scenes: readonly Scene[], sentences: Readonly<Record<string, string>>): string {
  const cues = scenes.map(({ key, beginS, endS }) => {
    const sentence = sentences[key];
    if (!sentence) throw new Error(`No sentence tells the scene ${key}`);
    return `${timestamp(beginS)} --> ${timestamp(endS)}\n${sentence}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}
