import type { Reporter, TestModule } from 'vitest/node';
import { type FileCost, keepCosts, nameFile } from './costs.ts';

/** Keeps what each file of unit tests cost, so that growth is seen. */
export class VitestCosts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    keepCosts('unit', modules.map(costOf));
  }
}

function costOf(module: TestModule): FileCost {
  const { duration, collectDuration, setupDuration, environmentSetupDuration } = module.diagnostic();
  const tests = [...module.children.allTests()].map((test) => ({
    title: test.fullName,
    seconds: (test.diagnostic()?.duration ?? 0) / 1000,
    tries: (test.diagnostic()?.retryCount ?? 0) + 1,
  }));
  return {
    file: nameFile(module.moduleId),
    seconds: (duration + collectDuration + setupDuration + environmentSetupDuration) / 1000,
    tests,
  };
}
