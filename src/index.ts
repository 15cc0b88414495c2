/**
 * The public core: what other programs import. Pure TypeScript without files, network, clock or DOM;
 * the caller brings the text, the tables and the runtime of the networks.
 */
export * from './model/index.ts';
export { bounds, compareDates, isEdtf } from './time/edtf.ts';
export { RELATIONS, RELATION_IDS, relationSpec } from './ontology/relations/index.ts';
export type { RelationSpec } from './ontology/spec.ts';
export { KNOWLEDGE_FILES, type Knowledge, parseKnowledge } from './ontology/knowledge.ts';
export { checkKnowledge } from './ontology/check.ts';
export { UnreadableDocument } from './documents/input.ts';
export { readDocument } from './documents/read.ts';
export { withDistinctIds } from './documents/ids.ts';
export type { Encoder } from './reader/encoder.ts';
export { createOnnxEncoder } from './reader/onnx.ts';
export { READER_FILES, type Reader, createReader, damageOf, parseSettings } from './reader/reader.ts';
export { foldTies, tiesOf } from './ties/fold.ts';
export { originalsAmong } from './ties/sources.ts';
export { withCopiesMarked } from './documents/copies.ts';
export { type Certainty, certaintyAt } from './ties/query.ts';
export { type TieGraph, dyadTies, projectGraph } from './graph/project.ts';
export { readGraph, writeGraph } from './formats/json.ts';
export { writeCsv } from './formats/csv.ts';
export { writeGexf } from './formats/gexf.ts';
export { type ExtractOptions, extractGraph } from './extract.ts';
export { type Explanation, explainDocument } from './explain.ts';
