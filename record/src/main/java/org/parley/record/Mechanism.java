package org.parley.record;

/** The ways in which a kind of record is used; nothing else about a kind is special. */
public enum Mechanism {
    /** A subject that one party owns: first version, amendments, status changes, end. Only the owner writes about it. */
    NOTICE,
    /** A subject that is joint: in force when every party has accepted the very same text and the proposer's node concluded it. */
    PROPOSAL,
    /** A question or warning that another party answers in time. */
    CALL,
    /** What a party says of another's record, or the owner of its own. */
    ANSWER,
    /** What a party without a node, or out of reach, said by voice or on paper, noted by another. */
    HEARD,
    /** What a node writes by itself; never an answer. */
    NODE
}
