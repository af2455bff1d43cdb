package org.parley.ledger.line;

import org.parley.ledger.contract.DiskContract;

/** A test disk that took what the store refuses would hide mistakes. */
class ShelfDiskTest extends DiskContract {
    private final ShelfDisk disk = new ShelfDisk();

    @Override
    protected Disk disk() {
        return disk;
    }

    @Override
    protected Disk reopen() {
        disk.restarted(true);
        return disk;
    }

    @Override
    protected Disk elsewhere() {
        disk.restarted(false);
        return disk;
    }

    @Override
    protected Disk withoutMark() {
        disk.restarted(false);
        disk.trust = Image.Trust.MARK_LOST;
        disk.mark.clear();
        return disk;
    }
}
