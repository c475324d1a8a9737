export { EVERY_OBJECTS_NAMES, topicOf } from '../../mocks/contract/every-objects-names.ts';
