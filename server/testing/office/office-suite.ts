import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSchemaCheck, type SchemaCheck } from '../../../contract/conformance/schema-check.ts';
import { OFFICE_API_PATH } from '../../office-api/office-env.ts';
import { describeActing } from './acting-suite.ts';
import { describeFigures } from './figures-suite.ts';
import { describeFinding } from './finding-suite.ts';
import type { OfficeSubject } from './office-subject.ts';
import { describeReading } from './reading-suite.ts';
import { describeWorking } from './working-suite.ts';

/** Describes what a server does that keeps to `office.yaml`. Every answer is checked against it on its way. */
export function describeOffice(name: string, makeSubject: () => Promise<OfficeSubject>): void {
  describe(name, () => {
    let schemas: SchemaCheck;
    let subject: OfficeSubject;

    beforeAll(() => {
      schemas = createSchemaCheck('office', OFFICE_API_PATH);
    });
    beforeEach(async () => {
      const made = await makeSubject();
      subject = { ...made, server: schemas.check(made.server) };
    });
    afterEach(() => subject.stop());

    describeReading(() => subject);
    describeFigures(() => subject);
    describeActing(() => subject);
    describeWorking(() => subject);
    describeFinding(() => subject);

    it('gives every answer that the contract documents', () => {
      expect(schemas.documented.filter((answer) => !schemas.seen.has(answer))).toEqual([]);
    });
  });
}
