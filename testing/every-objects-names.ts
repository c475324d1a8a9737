export { EVERY_OBJECTS_NAMES, topicOf } from '../contract/conformance/every-objects-names.ts';
