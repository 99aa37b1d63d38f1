// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/reveal.h"

#include "core/jobs/job.h"
#include "core/services/registryservice.h"

namespace ffp::ui {

void askReveal(QObject *asker, Session &session, RecordId record, std::vector<FieldRef> fields,
               std::function<void()> shown, std::function<void(const Error &)> refused)
{
    runJob<bool>(
        asker,
        [session = &session, record, fields = std::move(fields)](Progress &) -> Result<bool> {
            for (const FieldRef field : fields) {
                FFP_TRY(RegistryService(*session).reveal(record, field));
            }
            return true;
        },
        [shown = std::move(shown), refused = std::move(refused)](Result<bool> given) {
            if (given)
                shown();
            else
                refused(given.error());
        });
}

} // namespace ffp::ui
