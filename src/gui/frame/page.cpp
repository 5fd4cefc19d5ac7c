// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/frame/page.h"

namespace dosirak::gui {

Page::Page(Session &session, QWidget *parent) : QWidget(parent), m_session(session) {}

} // namespace dosirak::gui
