import { compareGroups, compareInParts } from './opinion/compare-groups.ts';
import { compareConsensus, compareNoise, comparePlanted } from './opinion/compare-noise.ts';
import { POLIS_DATA, publishedConversations } from './opinion/conversations.ts';
import { measureBrowser, measureMemory, measureNode, measureVote } from './opinion/measure-speed.ts';

/**
 * The engine `opinion` against Polis: on the conversations that Polis has published, on votes without any order, and
 * for speed. B1 (the answers of Polis to the last digit) is a test: `src/engines/opinion/reference/dumps.test.ts`.
 */
const conversations = publishedConversations();
if (conversations.length === 0) process.stderr.write(`No conversations of Polis in ${POLIS_DATA}: left out.\n`);
else {
  compareGroups(conversations);
  compareInParts(conversations);
}
compareNoise();
comparePlanted();
compareConsensus();
measureNode();
measureVote();
await measureBrowser();
await measureMemory();
