// The modules that the first pages share are imported here, so that they come in the file that every page begins with: a chunk of their own would
// be one more file to fetch, and weigh half a kB more.
import '../../../shared/format-date.ts';
import '../../ui/cluster.tsx';
import '../../ui/early-entry.ts';
import '../../ui/skeleton.tsx';
import '../../ui/stack.tsx';
