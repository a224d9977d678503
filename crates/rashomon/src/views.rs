//! What people read: views of the record that hold nothing that it does not.

mod html;
mod markdown;
mod reuse;

pub use html::html;
pub use markdown::markdown;
pub use reuse::reuse;
