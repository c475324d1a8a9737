/** The folder of the images, below the app's root. */
const START_IMAGES = 'start';

/**
 * The screens of iPhones and iPads in use, held upright, in device pixels: the SE of 2020 and 2022, 11, X and the mini models, 12 to 14, 15 and 16,
 * 16 Pro and 17, the large models from 12 to 16 Pro Max; iPad, iPad Air, iPad Pro in both sizes. Any other device starts with a white screen.
 */
export const START_IMAGE_SIZES = [
  [750, 1334],
  [828, 1792],
  [1125, 2436],
  [1170, 2532],
  [1179, 2556],
  [1206, 2622],
  [1284, 2778],
  [1290, 2796],
  [1320, 2868],
  [1620, 2160],
  [1640, 2360],
  [1668, 2388],
  [2048, 2732],
] as const;

export const startImagePath = (width: number, height: number) => `${START_IMAGES}/${width}x${height}.png`;
