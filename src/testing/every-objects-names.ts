export { EVERY_OBJECTS_NAMES } from '../../mocks/contract/every-objects-names.ts';
