import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const UNITS = ['eclic.service', 'eclic-backup.service', 'eclic-backup.timer'];

it.for(UNITS)('%s is a unit that systemd takes as it stands', (name, test) => {
  const checked = spawnSync('systemd-analyze', ['verify', '--man=no', `${import.meta.dirname}/${name}`], {
    encoding: 'utf8',
  });
  if (checked.error) return test.skip('Left out: systemd-analyze. On Debian: apt-get install systemd');
  expect(checked).toMatchObject({ status: 0, stdout: '', stderr: '' });
});
