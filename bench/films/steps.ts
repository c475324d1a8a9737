import { fillCredentials } from '../../e2e/steps.ts';
import {
  type Step,
  TO_DESCRIPTION,
  TO_LIST,
  TO_RECEIVED,
  TO_REQUEST,
  TO_SETTINGS,
  toHelp,
  toList,
  WRITING,
} from '../../e2e/walk-steps.ts';

export const SIGN_IN: Step = {
  ...TO_LIST,
  name: 'sign-in › list',
  prepare: async (page) => {
    await page.goto('/entrar');
    await fillCredentials(page);
    await page.getByRole('button', { name: 'Entrar', exact: true }).click();
    await TO_LIST.prepare?.(page);
  },
};

/** The main job, and a look around after it. */
export const WALK: readonly Step[] = [
  TO_DESCRIPTION,
  ...WRITING,
  TO_RECEIVED,
  toHelp('received'),
  TO_SETTINGS,
  toList('settings'),
  TO_REQUEST,
  { name: 'request › list, back', press: (page) => page.goBack(), arrived: TO_LIST.arrived },
];
