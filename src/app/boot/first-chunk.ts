// What the first pages have in common comes with the file that every page begins with: in one of its own it would be one more to fetch, and weigh half a kB more.
import '../../../shared/format-date.ts';
import '../../ui/cluster.tsx';
import '../../ui/early-entry.ts';
import '../../ui/skeleton.tsx';
import '../../ui/stack.tsx';
