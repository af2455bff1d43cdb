package org.parley.picture;

import java.util.AbstractCollection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A map that never changes: with a change it is another, which shares nearly all with the one before. A hash array mapped trie
 * (P. Bagwell 2001): five bits of a hash choose the way at each level, so that a hundred thousand names lie four steps away.
 */
final class Trie<K, V> {
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;
    private static final Trie<?, ?> EMPTY = new Trie<>(new Branch<>(0, nodes(0), 0));

    private final Branch<K, V> root;

    private Trie(Branch<K, V> root) {
        this.root = root;
    }

    private sealed interface Node<K, V> {
        /** How many keys lie below. */
        int size();
    }

    /** Where ways part: those that lead anywhere, in the order of their bits. */
    private static final class Branch<K, V> implements Node<K, V> {
        final int ways;
        final Node<K, V>[] nodes;
        final int size;

        Branch(int ways, Node<K, V>[] nodes, int size) {
            this.ways = ways;
            this.nodes = nodes;
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        boolean leads(int way) {
            return (ways & way) != 0;
        }

        Node<K, V> at(int way) {
            return nodes[place(way)];
        }

        private int place(int way) {
            return Integer.bitCount(ways & (way - 1));
        }

        /** With another node on a way that leads somewhere. */
        Branch<K, V> instead(int way, Node<K, V> node) {
            int at = place(way);
            Node<K, V>[] all = nodes.clone();
            all[at] = node;
            return new Branch<>(ways, all, size - nodes[at].size() + node.size());
        }

        Branch<K, V> with(int way, Node<K, V> node) {
            int at = place(way);
            Node<K, V>[] all = nodes(nodes.length + 1);
            System.arraycopy(nodes, 0, all, 0, at);
            all[at] = node;
            System.arraycopy(nodes, at, all, at + 1, nodes.length - at);
            return new Branch<>(ways | way, all, size + node.size());
        }

        Branch<K, V> without(int way) {
            int at = place(way);
            Node<K, V>[] all = nodes(nodes.length - 1);
            System.arraycopy(nodes, 0, all, 0, at);
            System.arraycopy(nodes, at + 1, all, at, all.length - at);
            return new Branch<>(ways & ~way, all, size - nodes[at].size());
        }
    }

    private record Leaf<K, V>(int hash, K key, V value) implements Node<K, V> {
        @Override
        public int size() {
            return 1;
        }
    }

    /** Keys that have one hash. */
    private record Bucket<K, V>(int hash, List<Leaf<K, V>> leaves) implements Node<K, V> {
        @Override
        public int size() {
            return leaves.size();
        }

        Optional<V> get(K key) {
            return leaves.stream()
                    .filter(leaf -> leaf.key().equals(key))
                    .map(Leaf::value)
                    .findFirst();
        }

        Bucket<K, V> without(K key) {
            return new Bucket<>(
                    hash,
                    leaves.stream().filter(leaf -> !leaf.key().equals(key)).toList());
        }

        Bucket<K, V> with(Leaf<K, V> leaf) {
            List<Leaf<K, V>> all = new ArrayList<>(without(leaf.key()).leaves());
            all.add(leaf);
            return new Bucket<>(hash, List.copyOf(all));
        }
    }

    // Java makes no arrays of a generic type; this one holds nothing else.
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <K, V> Node<K, V>[] nodes(int length) {
        return new Node[length];
    }

    /** A map without anything in it. */
    // It holds no key and no value, so it is one of any type.
    @SuppressWarnings("unchecked")
    static <K, V> Trie<K, V> empty() {
        return (Trie<K, V>) EMPTY;
    }

    boolean isEmpty() {
        return root.size() == 0;
    }

    Optional<V> get(K key) {
        int hash = hash(key);
        Node<K, V> node = root;
        for (int shift = 0; node instanceof Branch<K, V> branch; shift += BITS) {
            int way = way(hash, shift);
            if (!branch.leads(way)) {
                return Optional.empty();
            }
            node = branch.at(way);
        }
        return switch (node) {
            case Branch<K, V> _ -> throw new IllegalStateException("the way does not end at a branch");
            case Leaf<K, V> leaf -> leaf.key().equals(key) ? Optional.of(leaf.value()) : Optional.empty();
            case Bucket<K, V> bucket -> bucket.get(key);
        };
    }

    Trie<K, V> plus(K key, V value) {
        return new Trie<>(plus(root, new Leaf<>(hash(key), key, value), 0));
    }

    private static <K, V> Branch<K, V> plus(Branch<K, V> branch, Leaf<K, V> added, int shift) {
        int way = way(added.hash(), shift);
        if (!branch.leads(way)) {
            return branch.with(way, added);
        }
        return branch.instead(
                way,
                switch (branch.at(way)) {
                    case Branch<K, V> next -> plus(next, added, shift + BITS);
                    case Leaf<K, V> leaf when leaf.key().equals(added.key()) -> added;
                    case Leaf<K, V> leaf
                    when leaf.hash() == added.hash() -> new Bucket<>(leaf.hash(), List.of(leaf, added));
                    case Bucket<K, V> bucket when bucket.hash() == added.hash() -> bucket.with(added);
                    case Leaf<K, V> leaf -> parted(leaf, leaf.hash(), added, shift + BITS);
                    case Bucket<K, V> bucket -> parted(bucket, bucket.hash(), added, shift + BITS);
                });
    }

    /** A branch with what lay alone on this way, and what comes to it. */
    private static <K, V> Branch<K, V> parted(Node<K, V> alone, int hash, Leaf<K, V> added, int shift) {
        Branch<K, V> branch = new Branch<K, V>(0, nodes(0), 0).with(way(hash, shift), alone);
        return plus(branch, added, shift);
    }

    Trie<K, V> minus(K key) {
        return get(key).isPresent() ? new Trie<>(minus(root, key, hash(key), 0)) : this;
    }

    /** Without a key that is there. */
    private static <K, V> Branch<K, V> minus(Branch<K, V> branch, K key, int hash, int shift) {
        int way = way(hash, shift);
        return switch (branch.at(way)) {
            case Leaf<K, V> _ -> branch.without(way);
            case Bucket<K, V> bucket -> branch.instead(way, alone(bucket.without(key)));
            case Branch<K, V> next -> branch.instead(way, alone(minus(next, key, hash, shift + BITS)));
        };
    }

    /** A node, or what alone is left in it: so a way is no longer than it must be. */
    private static <K, V> Node<K, V> alone(Node<K, V> node) {
        return switch (node) {
            case Branch<K, V> branch
            when branch.nodes.length == 1 && !(branch.nodes[0] instanceof Branch<K, V>) -> branch.nodes[0];
            case Bucket<K, V> bucket
            when bucket.leaves().size() == 1 -> bucket.leaves().getFirst();
            case Node<K, V> whole -> whole;
        };
    }

    /** All values, in no order. */
    Collection<V> values() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<V> iterator() {
                return new Values<>(root);
            }

            @Override
            public int size() {
                return root.size();
            }
        };
    }

    private static final class Values<K, V> implements Iterator<V> {
        private final Deque<Node<K, V>> ahead = new ArrayDeque<>();

        Values(Node<K, V> root) {
            descend(root);
        }

        /** What is ahead begins with a leaf, or is nothing. */
        private void descend(Node<K, V> from) {
            ahead.push(from);
            while (!ahead.isEmpty() && !(ahead.peek() instanceof Leaf<K, V>)) {
                switch (ahead.pop()) {
                    case Branch<K, V> branch -> List.of(branch.nodes).forEach(ahead::push);
                    case Bucket<K, V> bucket -> bucket.leaves().forEach(ahead::push);
                    case Leaf<K, V> leaf -> ahead.push(leaf);
                }
            }
        }

        @Override
        public boolean hasNext() {
            return !ahead.isEmpty();
        }

        @Override
        public V next() {
            if (ahead.isEmpty() || !(ahead.pop() instanceof Leaf<K, V>(int hash, K key, V value))) {
                throw new NoSuchElementException();
            }
            if (!ahead.isEmpty()) {
                descend(ahead.pop());
            }
            return value;
        }
    }

    private static int way(int hash, int shift) {
        return 1 << ((hash >>> shift) & MASK);
    }

    /** Hashes of names that count up differ in few bits: all of them go into the lowest. */
    private static int hash(Object key) {
        int hash = key.hashCode();
        return hash ^ (hash >>> 15) ^ (hash >>> 7);
    }
}
