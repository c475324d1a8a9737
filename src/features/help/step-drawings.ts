type Look = 'line' | 'strong' | 'field' | 'button' | 'soft' | 'link';

interface Drawing {
  /** Look, x, y, width, height; on a screen of 160 by 100. */
  boxes: readonly (readonly [Look, number, number, number, number])[];
  /** Thin strokes over the boxes, as the path of an SVG. */
  strokes?: string;
  /** How the strokes look. */
  ink?: 'primary' | 'onPrimary' | 'success';
}

export const STEP_KEYS = ['signIn', 'create', 'describe', 'topic', 'attach', 'review', 'received'] as const;
export type StepKey = (typeof STEP_KEYS)[number];

/** What the screens of the seven steps look like, in a few boxes. */
export const STEP_DRAWINGS: Record<StepKey, Drawing> = {
  signIn: {
    boxes: [
      ['button', 20, 25, 120, 15],
      ['line', 20, 48, 26, 4],
      ['field', 20, 54, 120, 12],
      ['line', 20, 71, 40, 4],
      ['field', 20, 77, 120, 12],
    ],
  },
  create: {
    boxes: [
      ['button', 92, 23, 56, 16],
      ['strong', 12, 28, 52, 6],
      ['soft', 12, 46, 136, 19],
      ['line', 20, 53, 84, 4],
      ['soft', 12, 70, 136, 19],
      ['line', 20, 77, 68, 4],
    ],
    strokes: 'M116 31h8M120 27v8',
    ink: 'onPrimary',
  },
  describe: {
    boxes: [
      ['strong', 12, 24, 60, 6],
      ['field', 12, 36, 136, 53],
      ['line', 20, 45, 112, 4],
      ['line', 20, 54, 96, 4],
      ['line', 20, 63, 64, 4],
    ],
    strokes: 'M89 60v10',
  },
  topic: {
    boxes: [
      ['line', 12, 21, 44, 4],
      ['field', 12, 27, 136, 13],
      ['line', 12, 45, 32, 4],
      ['field', 12, 51, 136, 13],
      ['line', 12, 69, 28, 4],
      ['field', 12, 75, 136, 13],
    ],
    strokes: 'M134 32l4 4 4-4M134 56l4 4 4-4M134 80l4 4 4-4',
  },
  attach: {
    boxes: [
      ['button', 12, 23, 62, 16],
      ['soft', 12, 46, 136, 19],
      ['line', 38, 53, 70, 4],
      ['soft', 12, 70, 136, 19],
      ['line', 38, 77, 54, 4],
    ],
    strokes: 'M20 49h6l4 4v9h-10zM20 73h6l4 4v9h-10z',
  },
  review: {
    boxes: [
      ['line', 12, 25, 34, 4],
      ['strong', 54, 25, 56, 4],
      ['link', 124, 25, 24, 4],
      ['line', 12, 40, 26, 4],
      ['strong', 54, 40, 44, 4],
      ['link', 124, 40, 24, 4],
      ['line', 12, 55, 30, 4],
      ['strong', 54, 55, 60, 4],
      ['link', 124, 55, 24, 4],
      ['button', 12, 73, 62, 16],
    ],
  },
  received: {
    boxes: [
      ['strong', 42, 66, 76, 8],
      ['line', 52, 81, 56, 4],
    ],
    strokes: 'M80 24a16 16 0 1 0 0 32a16 16 0 1 0 0-32M72 40l6 6 11-12',
    ink: 'success',
  },
};
