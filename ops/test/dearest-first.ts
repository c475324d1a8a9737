import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { readTable } from './cost-table.ts';
import { nameFile } from './costs.ts';

/**
 * Runs the dearest file of each project first, by the kept table: one that is begun last would run alone at the end. Files of a project stay together, since
 * those that share modules would have to load them anew after another project's.
 */
export class DearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const table = readTable();
    const secondsOf = ({ moduleId }: TestSpecification) => table?.get(nameFile(moduleId)) ?? 0;
    const sorted = files.toSorted((one, other) => secondsOf(other) - secondsOf(one));
    const projects = new Set(sorted.map(({ project }) => project.name));
    return [...projects].flatMap((name) => sorted.filter(({ project }) => project.name === name));
  }
}
